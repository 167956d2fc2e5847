import { Node } from '@tiptap/core';

/** What names a picture within the markup of its message; the server knows it by this. */
const form = /^cid:([0-9a-f-]{36})@rapport$/u;

/** Where the bytes of a picture are while they are on their way: shown at once, before the server has them. */
const local = new Map<string, string>();

/** Keeps a picture in view from the moment it is put in. */
export function showLocally(uploadId: string, file: Blob): void {
  local.set(uploadId, URL.createObjectURL(file));
}

/** The uploads that a markup shows as pictures. */
export function picturesIn(html: string): readonly string[] {
  return [...html.matchAll(/cid:([0-9a-f-]{36})@rapport/gu)].map(([, id = '']) => id);
}

/** A picture within the words: `cid:` in the markup that leaves, the upload itself on the screen. Others' pictures are not taken over. */
export const Picture = Node.create({
  name: 'picture',
  inline: true,
  group: 'inline',
  draggable: true,
  addAttributes: () => ({
    src: { default: '' },
    alt: { default: '' },
    width: { default: null },
  }),
  parseHTML: () => [{ tag: 'img[src^="cid:"]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', { ...HTMLAttributes, style: 'max-width: 100%' }],
  addNodeView:
    () =>
    ({ node }) => {
      const dom = document.createElement('img');
      const id = form.exec(String(node.attrs['src']))?.[1] ?? '';
      dom.src = local.get(id) ?? `/api/uploads/${id}`;
      dom.alt = String(node.attrs['alt']);
      if (node.attrs['width'] !== null) dom.width = Number(node.attrs['width']);
      dom.className = 'inline-block h-auto max-h-72 max-w-full rounded-sm';
      return { dom };
    },
});
