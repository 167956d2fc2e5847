const pictureTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);
/** A larger picture is a file beside the words: a thread shows no larger one within them. */
const pictureLimitBytes = 2_000_000;
/** Widest a picture is put in: what a mail is read at. */
const widestPx = 600;

/** Whether a file is shown within the words. */
export function isPicture(file: File): boolean {
  return pictureTypes.has(file.type) && file.size <= pictureLimitBytes;
}

/** How wide a picture is to be; null where it cannot be read. */
export async function widthOf(file: File): Promise<number | null> {
  try {
    const { width } = await createImageBitmap(file);
    return Math.min(width, widestPx);
  } catch {
    // no picture after all, or one this browser does not know: it is shown as it can be
    return null;
  }
}

/**
 * Pasted markup with its pictures made ours: those that lie within it become uploads, those of this message stay, and
 * what would be loaded from elsewhere goes: nobody is told that a mail was quoted.
 */
export function withOwnPictures(html: string, isOurs: (src: string) => boolean, begin: (file: File) => string): string {
  // what a page would run is refused by the document's policy in any case; without it there is nothing to refuse
  const still = html.replaceAll(/\son\w+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/giu, '');
  const { body } = new DOMParser().parseFromString(still, 'text/html');
  for (const image of body.querySelectorAll('img')) {
    const src = image.getAttribute('src') ?? '';
    if (isOurs(src)) continue;
    const file = fileOf(src);
    if (file === undefined || !isPicture(file)) image.remove();
    else image.setAttribute('src', `cid:${begin(file)}@rapport`);
  }
  return body.innerHTML;
}

function fileOf(src: string): File | undefined {
  const [, type, data] = /^data:(image\/[a-z]+);base64,([\w+/=\s]+)$/u.exec(src) ?? [];
  if (type === undefined || data === undefined) return undefined;
  const bytes = Uint8Array.from(atob(data), (letter) => letter.codePointAt(0) ?? 0);
  return new File([bytes], `picture.${type.slice('image/'.length)}`, { type });
}
