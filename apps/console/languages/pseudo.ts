import { lengthened, mirrored } from '#science/text';
import { eachArea } from '#platform/ui';

/** Speaks a made-up language: what is not in its brackets is not translated, what does not fit was made for English. */
export function speakPseudo(language: string): void {
  const say = language === 'en-XB' ? mirrored : lengthened;
  eachArea((area, en) => ({
    area,
    words: Object.fromEntries(Object.entries(en).map(([key, text]) => [key, say(text)])),
  }));
}
