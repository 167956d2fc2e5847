/** What the templates of a line may name in braces. */
export interface Facts {
  readonly teammate: string;
  readonly first: string;
  readonly customer: string;
  readonly line: string;
  readonly brand: string;
  readonly number: string;
}

/** Fills in `{teammate}` and the like; a name nobody has leaves no gap of blanks, other braces stay as they are. */
export function fillIn(template: string, facts: Facts): string {
  return template
    .replace(/\{(teammate|first|customer|line|brand|number)\}/g, (_all, name: keyof Facts) => facts[name])
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/ +(?=[,.!?;:])/g, '')
    .trim();
}

/** A line's template around a reply: what stands before and after `{reply}`; a template without it is not used. */
export function withTemplate(template: string, facts: Facts, reply: string, shape: (text: string) => string): string {
  const at = template.indexOf('{reply}');
  if (at < 0) return reply;
  const before = fillIn(template.slice(0, at), facts);
  const after = fillIn(template.slice(at + '{reply}'.length), facts);
  const gap = shape('\n\n');
  return [before && `${shape(before)}${gap}`, reply, after && `${gap}${shape(after)}`].join('');
}
