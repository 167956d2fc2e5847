import { useQuery } from '@tanstack/react-query';
import { createElement, type ReactElement, type ReactNode } from 'react';
import { bodyOf, MailFrame } from './mail-frame.tsx';

/** What our editor makes; a message of ours that holds more (made through the interface, or imported) is shown in a frame. */
const known = new Set('a b blockquote br code del div em i li ol p pre s span strike strong u ul img'.split(' '));

/**
 * A formatted message of ours, drawn in the look of the console: built of elements we name ourselves, never of its markup.
 * It was cleaned by the server; here nothing but words, links and pictures that travel within it is taken over.
 */
export function OwnWords(props: {
  readonly entryId: string;
  readonly name: string;
  readonly customerId?: string | undefined;
  /** Stands here until the words are there, and where they cannot be had. */
  readonly text: ReactElement;
}): ReactElement {
  const address = `/api/entries/${props.entryId}/body?images=blocked`;
  const body = useQuery({
    queryKey: ['/api/entries/:id/body', address],
    queryFn: async ({ signal }) => bodyOf(address, signal),
    staleTime: Infinity,
  });
  if (body.data === undefined) return props.text;
  const { body: root } = new DOMParser().parseFromString(body.data, 'text/html');
  if ([...root.querySelectorAll('*')].some((one) => !known.has(one.localName))) return <MailFrame {...props} />;
  return (
    <div
      dir="auto"
      className="text-md leading-[21px] break-words whitespace-pre-wrap max-phone:text-body max-phone:leading-[22px] [&_a]:py-[3px] [&_a]:text-brand-text [&_a]:underline [&_blockquote]:border-s-2 [&_blockquote]:border-line-2 [&_blockquote]:ps-2 [&_code]:font-mono [&_code]:text-sm [&_ol]:list-decimal [&_ol]:ps-6 [&_pre]:overflow-x-auto [&_pre]:rounded-md [&_pre]:bg-surface-3 [&_pre]:p-2 [&_ul]:list-disc [&_ul]:ps-6"
    >
      {childrenOf(root)}
    </div>
  );
}

function childrenOf(element: Element): ReactNode[] {
  return [...element.childNodes].map((node, index) => {
    if (!(node instanceof Element)) return node.textContent;
    return drawn(node, index);
  });
}

function drawn(element: Element, key: number): ReactNode {
  const name = element.localName;
  if (name === 'br') return <br key={key} />;
  if (name === 'img') return pictureOf(element, key);
  const children = childrenOf(element);
  if (name === 'a') {
    const href = element.getAttribute('href') ?? '';
    if (!/^(https?|mailto|tel):/iu.test(href)) return children;
    return (
      <a key={key} href={href} target="_blank" rel="noopener noreferrer nofollow">
        {children}
      </a>
    );
  }
  const start = name === 'ol' ? { start: Number(element.getAttribute('start') ?? 1) } : {};
  const dir = name === 'div' || name === 'p' ? { dir: 'auto' } : {};
  return createElement(name, { key, ...start, ...dir }, ...children);
}

function pictureOf(element: Element, key: number): ReactNode {
  const src = element.getAttribute('src') ?? '';
  const alt = element.getAttribute('alt') ?? '';
  if (!src.startsWith('data:image/')) return alt === '' ? null : `[${alt}]`;
  const width = Number(element.getAttribute('width') ?? 0);
  return (
    <img
      key={key}
      src={src}
      alt={alt}
      {...(width > 0 ? { width } : {})}
      className="inline-block h-auto max-w-full rounded-sm"
    />
  );
}
