import { type Extensions, Node } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { Picture } from './picture-node.ts';

/** One line is one block without a gap, as a plain mail reads; each finds its own direction. */
const Line = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block',
  content: 'inline*',
  parseHTML: () => [{ tag: 'p' }, { tag: 'div' }],
  renderHTML: () => ['div', { dir: 'auto' }, 0],
});

/** What a mail may be made of. What is pasted keeps this of its form and nothing else: the list is the cleaner. */
export const extensions: Extensions = [
  StarterKit.configure({
    paragraph: false,
    heading: false,
    horizontalRule: false,
    trailingNode: false,
    link: {
      openOnClick: false,
      autolink: true,
      linkOnPaste: true,
      defaultProtocol: 'https',
      protocols: ['mailto', 'tel'],
      HTMLAttributes: { target: null, rel: null },
    },
  }),
  Line,
  Picture,
];

/** The markup as it leaves: an empty line keeps its height where it is read. */
export function asLetter(html: string): string {
  return html.replaceAll('<div dir="auto"></div>', '<div dir="auto"><br></div>');
}

/** The markup as the editor reads it. */
export function asDocument(html: string): string {
  return html.replaceAll(/(<(?:div|p)[^>]*>)<br>(<\/(?:div|p)>)/gu, '$1$2');
}
