import type { StoryLanguage } from '#domains/customers';
import { goodsTopics } from './goods-topics.ts';
import { orderTopics } from './order-topics.ts';

/** What customers of the story write about, in their languages, and what they are answered. */
export interface Topic {
  readonly queue: 'orders' | 'warranty' | 'returns' | 'guides' | 'help-page' | 'lumo';
  readonly reason: string;
  readonly tags: readonly string[];
  readonly words: Partial<Readonly<Record<StoryLanguage, TopicWords>>> & { readonly en: TopicWords };
}

/** Subject, what they write, what we answer. `{order}`, `{product}`, `{place}` are filled in. */
type TopicWords = readonly [subject: string, text: string, answer: string];

/** Follow-ups fit every topic: what they write next, and our answer to it. */
export const followUps: Readonly<Record<StoryLanguage, readonly (readonly [string, string])[]>> = {
  en: [
    [
      'Thank you, that was quick. One more thing: will I get a message when it is on its way?',
      'You will, with a link to follow it. Nothing more to do on your side.',
    ],
    [
      'It has not moved since. Could you look again, please?',
      'I looked again and pushed it myself. It is done now; sorry that it took two mails.',
    ],
  ],
  sv: [
    [
      'Tack för snabbt svar! Får jag ett meddelande när det är på väg?',
      'Ja, med en länk så att du kan följa det. Ha en fin dag!',
    ],
  ],
  de: [
    [
      'Danke für die schnelle Antwort. Bekomme ich eine Nachricht, wenn es unterwegs ist?',
      'Ja, mit einem Link zum Verfolgen. Einen schönen Tag noch!',
    ],
  ],
  pt: [
    [
      'Obrigado pela resposta rápida. Recebo um aviso quando for enviado?',
      'Sim, com uma ligação para acompanhar. Bom dia!',
    ],
  ],
  es: [['Gracias por la rapidez. ¿Me avisan cuando salga?', 'Sí, con un enlace para seguirlo. ¡Buen día!']],
};

export const products = [
  'Ridgeline 2 tent',
  'Storm jacket',
  'Kettle stove',
  'Fjell sleeping bag',
  'Moss boots',
  'Peak 45 pack',
  'Trekking poles',
  'Airlight mat',
] as const;

/** All of them, in the order that the story draws from. */
export const topics: readonly Topic[] = [...orderTopics, ...goodsTopics];
