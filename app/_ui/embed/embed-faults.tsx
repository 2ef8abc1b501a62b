interface EmbedFaultsProps {
  faults: readonly string[];
  /** As the address has it; only a browser knows whether it is a colour. */
  accent: string | undefined;
}

/** What is wrong with an embed's address, for whoever has written it. */
export function EmbedFaults({ faults, accent }: EmbedFaultsProps) {
  if (faults.length === 0 && accent === undefined) return null;
  return (
    <div
      role="note"
      // Where there is nothing but the accent, look.ts says whether it is wrong.
      className={`mb-4 rounded-part border border-line bg-sunk px-3 py-2 text-fine ${faults.length === 0 ? accentOnly : ""}`}
    >
      <p className="text-warn">In this embed's address:</p>
      <ul className="[overflow-wrap:anywhere]">
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
        {accent !== undefined && (
          <li className={accentOnly}>
            accent must be a colour of CSS, such as 0a7cff; got "{accent.slice(0, 40)}".
          </li>
        )}
      </ul>
    </div>
  );
}

const accentOnly = "hidden [[data-wrong-accent]_&]:block";
