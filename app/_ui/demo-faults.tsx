interface DemoFaultsProps {
  faults: readonly { readonly file: string; readonly problems: readonly string[] }[];
}

/** Files that are no demos yet, and what to mend in each. */
export function DemoFaults({ faults }: DemoFaultsProps) {
  return (
    <ul className="grid gap-4">
      {faults.map(({ file, problems }) => (
        <li key={file} className="border-l-2 border-bad py-1 pl-4">
          <p className="font-mono font-medium">{file}</p>
          <ul className="mt-1 grid gap-1 text-muted">
            {problems.map((problem) => (
              <li
                key={problem}
                className="max-w-[80ch] [overflow-wrap:anywhere] whitespace-pre-wrap"
              >
                {problem}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
