import type { DemoDescription } from "@/lib/demo/describe";
import { inputWords } from "./input-words";

interface GivenInputsProps {
  demo: DemoDescription;
  inputs: { readonly [input: string]: unknown };
}

/** What a run was given, to be read. */
export function GivenInputs({ demo, inputs }: GivenInputsProps) {
  if (demo.inputs.length === 0) return <p className="text-muted">This demo has no inputs.</p>;
  return (
    <dl className="divide-y divide-line border-y border-line">
      {demo.inputs.map(({ name, label }) => (
        <div key={name} className="flex flex-wrap justify-between gap-x-6 gap-y-1 py-2.5">
          <dt className="text-muted">{label}</dt>
          <dd className="num max-h-60 overflow-y-auto font-medium [overflow-wrap:anywhere] whitespace-pre-wrap">
            {inputWords(inputs[name])}
          </dd>
        </div>
      ))}
    </dl>
  );
}
