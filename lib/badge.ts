interface Badge {
  readonly title: string;
  readonly state: string;
  readonly live: boolean;
}

/** Letters of 11 pixels in Verdana and what stands in for it, in tenths of a pixel. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/\p{M}|\p{Cf}/u, 0],
  [/[ijlI.,:;|!']/u, 40],
  [/[ frt()[\]/\\-]/u, 45],
  [/[mwMW@%]/u, 105],
  [/[A-Z&+=<>~#]/u, 80],
  [/[\u0020-\u024f]/u, 68],
  // Arabic, Hebrew, Greek, Cyrillic and others alike.
  [/[\u0250-\u1fff]/u, 75],
];
/** Chinese, Japanese, Korean, and pictures. */
const widest = 115;
const longestTitle = 60;

/**
 * A picture of a line for a README: a demo's name and whether somebody runs it now, as SVG. Its text is
 * given the width that was reckoned for it, so that it fits in whatever font it is shown.
 *
 * @example badge({ title: "Count up", state: "3 running", live: true })
 */
export function badge({ title, state, live }: Badge): string {
  const name = shortened(title);
  const [left, right] = [name, state].map((text) => Math.ceil(widthOf(text)) + 20) as [
    number,
    number,
  ];
  const width = left + right;
  const label = escaped(`${name}: ${state}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${label}">
<title>${label}</title>
<clipPath id="r"><rect width="${width}" height="20" rx="4"/></clipPath>
<g clip-path="url(#r)"><rect width="${left}" height="20" fill="#2b2925"/><rect x="${left}" width="${right}" height="20" fill="${live ? "#ff7c00" : "#6b665c"}"/></g>
<g font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11" text-anchor="middle">
${line(name, left / 2, left - 20, "#fff")}
${line(state, left + right / 2, right - 20, live ? "#1c0e00" : "#fff")}
</g></svg>
`;
}

function line(text: string, middle: number, width: number, fill: string): string {
  return `<text x="${middle}" y="14" textLength="${width}" lengthAdjust="spacingAndGlyphs" fill="${fill}">${escaped(text)}</text>`;
}

function widthOf(text: string): number {
  let tenths = 0;
  for (const sign of text) {
    tenths += widths.find(([signs]) => signs.test(sign))?.[1] ?? widest;
  }
  return tenths / 10;
}

function shortened(title: string): string {
  // XML has no words for control characters, and half a surrogate pair is no character.
  const signs = [...title.replace(/\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, " ")];
  return signs.length > longestTitle
    ? `${signs.slice(0, longestTitle - 1).join("")}…`
    : signs.join("");
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
