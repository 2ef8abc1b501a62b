import type { Standing } from "@/lib/client/compare/differing-inputs";
import type { DemoDescription, InputDescription } from "@/lib/demo/describe";
import { GivenValue } from "../given-inputs";
import { isFile } from "../input-words";

interface ComparedInputsProps {
  demo: DemoDescription;
  inputs: { readonly [input: string]: unknown };
  standing: { readonly [input: string]: Standing };
  /** How many rows there are: as many as the run with the most inputs has. */
  depth: number;
}

const words: { readonly [Each in Standing]: string | undefined } = {
  same: undefined,
  differs: "differs",
  alone: "only here",
};

/** What a run was given, line by line beside what the others were: what differs is bold. */
export function ComparedInputs({ demo, inputs, standing, depth }: ComparedInputsProps) {
  const style = { gridRow: `span ${depth}` };
  if (demo.inputs.length === 0) {
    return (
      <p className="pb-4 text-muted" style={style}>
        This demo has no inputs.
      </p>
    );
  }
  return (
    <dl className="mb-4 grid min-w-0 grid-rows-subgrid border-b border-line" style={style}>
      {demo.inputs.map((input) => {
        const { name, label } = input;
        const stands = standing[name] ?? "same";
        return (
          <div
            key={name}
            data-input={name}
            data-standing={stands}
            className="flex min-w-0 flex-wrap content-start justify-between gap-x-6 gap-y-1 border-t border-line py-2"
          >
            <dt className={stands === "differs" ? "" : "text-muted"}>
              {label}
              {words[stands] && <span className="sr-only"> ({words[stands]})</span>}
            </dt>
            <GivenValue
              input={input}
              value={shownValue(input, inputs[name])}
              tone={stands === "differs" ? "font-bold" : "text-muted"}
            />
          </div>
        );
      })}
    </dl>
  );
}

/** Of a conversation its length, and of attachments what they are called. */
function shownValue({ kind }: InputDescription, value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  if (kind === "history") return `${value.length} message${value.length === 1 ? "" : "s"}`;
  if (kind === "attachments") return value.map((each) => (isFile(each) ? each.name : "a file"));
  return value;
}
