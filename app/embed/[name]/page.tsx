import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { describe, embedOrigins, findRun } from "@/app/_server/house";
import { ChatConsole, EmbedConsole, EmbeddedRun } from "@/app/_ui/embed/consoles";
import { EmbedFaults } from "@/app/_ui/embed/embed-faults";
import { Logo } from "@/app/_ui/logo";
import { readEmbedParameters } from "@/lib/demo/embed-parameters";

interface Props {
  params: Promise<{ name: string }>;
  searchParams: Promise<{ [name: string]: string | string[] | undefined }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await describe((await params).name);
  return { title: found?.demo.title ?? "Not found", robots: { index: false } };
}

/** A demo without the site's frame. Its look comes from the address: see `look.ts`. */
export default async function EmbedPage({ params, searchParams }: Props) {
  const found = await describe((await params).name);
  if (!found) notFound();
  const { demo, document } = found;
  const given = await searchParams;
  const asked = readEmbedParameters({ demo, given, origins: embedOrigins() });
  const record = asked.run === undefined ? undefined : (await findRun(asked.run))?.record;
  const shown = record?.demo === demo.name ? record : undefined;
  const gone = asked.run !== undefined && !shown ? ["There is no such run, or not any more."] : [];
  const inputs = demo.inputs.map((input) => ({
    ...input,
    ...(Object.hasOwn(asked.values, input.name) && { default: asked.values[input.name] }),
  }));
  const preset = { ...demo, inputs: inputs as typeof demo.inputs };
  return (
    <main
      data-embed
      data-fitted={asked.parent === undefined ? undefined : ""}
      className="p-4 sm:p-6"
    >
      <div className="mb-4 flex items-start justify-between gap-4">
        <h1 className="text-body font-semibold tracking-tight">{demo.title}</h1>
        <a
          href={shown ? `/runs/${shown.id}` : `/demos/${demo.name}`}
          target="_blank"
          rel="noreferrer"
          className="flex h-6 shrink-0 items-center gap-1.5 rounded-part text-fine text-muted transition-colors hover:text-text"
        >
          <Logo size={16} />
          Yieldcast
        </a>
      </div>
      <EmbedFaults faults={[...asked.faults, ...gone]} accent={asked.accent} />
      {shown && !demo.chat ? (
        <EmbeddedRun demo={demo} document={document} run={shown.id} parent={asked.parent} />
      ) : demo.chat ? (
        <ChatConsole demo={preset} document={document} embedded />
      ) : (
        <EmbedConsole
          demo={preset}
          document={document}
          autorun={asked.autorun}
          parent={asked.parent}
          // Embeds with other inputs in one page are runs of their own.
          memory={`embed:${demo.name}?${JSON.stringify(asked.values)}`}
        />
      )}
    </main>
  );
}
