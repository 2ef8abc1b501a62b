import type { DemoDescription, InputDescription } from "@/lib/demo/describe";
import { inputWords } from "./input-words";
import { Scroller } from "./scroller";

interface GivenInputsProps {
  demo: DemoDescription;
  inputs: { readonly [input: string]: unknown };
}

/** What a run was given, to be read. */
export function GivenInputs({ demo, inputs }: GivenInputsProps) {
  if (demo.inputs.length === 0) return <p className="text-muted">This demo has no inputs.</p>;
  return (
    <dl className="divide-y divide-line border-y border-line">
      {demo.inputs.map((input) => (
        <div key={input.name} className="flex flex-wrap justify-between gap-x-6 gap-y-1 py-2.5">
          <dt className="text-muted">{input.label}</dt>
          <GivenValue input={input} value={inputs[input.name]} />
        </div>
      ))}
    </dl>
  );
}

interface GivenValueProps {
  input: InputDescription;
  value: unknown;
  /** How it is written. */
  tone?: string;
}

/** The value of one input, in a `dl`. */
export function GivenValue({ input, value, tone }: GivenValueProps) {
  const source = sourceOf(input, value);
  if (source !== undefined) {
    return (
      <dd className="min-w-0 basis-full">
        <Scroller
          aria-label={input.label}
          dir="ltr"
          className="max-h-60 overflow-auto rounded-part bg-sunk px-3 py-2"
        >
          <pre className={`font-mono text-ui [tab-size:2] ${tone ?? ""}`}>{source}</pre>
        </Scroller>
      </dd>
    );
  }
  return (
    <dd
      dir="auto"
      className={`num max-h-60 overflow-y-auto ${tone ?? "font-medium"} [overflow-wrap:anywhere] whitespace-pre-wrap`}
    >
      {input.kind === "color" && typeof value === "string" && (
        <span
          aria-hidden="true"
          className="mr-2 inline-block size-3.5 rounded-full border border-line align-[-2px]"
          style={{ backgroundColor: value }}
        />
      )}
      {inputWords(value)}
    </dd>
  );
}

/** What is read line by line, and not as a word behind its name. */
function sourceOf({ kind }: InputDescription, value: unknown): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  if (kind === "code" && typeof value === "string") return value;
  if (kind !== "json") return undefined;
  return typeof value === "object" ? JSON.stringify(value, null, 2) : JSON.stringify(value);
}
