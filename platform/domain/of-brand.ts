import type { ReadCtx } from '#platform/ctx';

/** What a domain keeps of a brand: told before the brand is archived. */
export interface OfBrand {
  /** What is counted, in words: "Open conversations". */
  readonly says: string;
  /** What becomes of them when the brand is archived. */
  readonly becomes: string;
  /** How many there are, no further than `limit`. */
  count(ctx: ReadCtx, brandId: string, limit: number): Promise<number>;
}
