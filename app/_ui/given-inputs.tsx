import type { DemoDescription } from "@/lib/demo/describe";
import { sizeWords } from "@/lib/kinds/file-words";

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
            {words(inputs[name])}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function words(value: unknown): string {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "number") return value.toLocaleString("en", { maximumFractionDigits: 12 });
  if (isFile(value)) return `${value.name} (${sizeWords(value.size)}, ${value.mimeType})`;
  return value === undefined || value === "" ? "–" : String(value);
}

/** What a run's watchers may know of a file that it was given. */
interface KnownFile {
  name: string;
  size: number;
  mimeType: string;
}

function isFile(value: unknown): value is KnownFile {
  return typeof value === "object" && value !== null && "mimeType" in value && "size" in value;
}
