import type { ReactElement } from 'react';
import { encode } from 'uqr';

/** Empty modules around a code; readers need them to find it. */
const quietModules = 2;

/** A picture that a phone reads, drawn here: no secret is sent anywhere to be drawn. Dark on white in every look. */
export function QrCode(props: { readonly text: string; readonly label: string }): ReactElement {
  const { data, size } = encode(props.text, { ecc: 'M', border: quietModules });
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${size} ${size}`}
      className="size-[188px] flex-none rounded-md border border-line"
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
