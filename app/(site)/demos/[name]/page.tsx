import type { Metadata } from "next";
import { BrokenDemo } from "@/app/_server/broken-demo";
import { describe, findRun } from "@/app/_server/house";
import { shareMetadata } from "@/app/_server/share-metadata";
import { ChatConsole, DemoConsole, Elsewhere } from "@/app/_ui/consoles";
import type { Fork } from "@/app/_ui/fork";
import { PageTitle } from "@/app/_ui/page-title";
import type { DemoDescription } from "@/lib/demo/describe";

interface Props {
  params: Promise<{ name: string }>;
  searchParams: Promise<{ [name: string]: string | string[] | undefined }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await describe((await params).name);
  if (!found) return { title: "Not found" };
  const { title, description } = found.demo;
  const shared = await shareMetadata({ path: `/demos/${found.demo.name}`, title, description });
  return { ...shared, title, ...(description !== undefined && { description }) };
}

export default async function DemoPage({ params, searchParams }: Props) {
  const { name } = await params;
  const found = await describe(name);
  if (!found) return <BrokenDemo name={name} />;
  const { demo, document, timeline } = found;
  return (
    <>
      <PageTitle title={demo.title}>{demo.description}</PageTitle>
      {demo.chat ? (
        <>
          <ChatConsole key={name} demo={demo} document={document} />
          <Elsewhere demo={demo} values={firstTurn(demo)} />
        </>
      ) : (
        <DemoConsole
          key={name}
          demo={demo}
          document={document}
          timeline={timeline}
          from={await forkOf(name, (await searchParams).from)}
        />
      )}
    </>
  );
}

/** What a program says to a chat: a prompt that the chat itself suggests. */
function firstTurn({ inputs, chat }: DemoDescription): { [input: string]: unknown } {
  const presets = Object.fromEntries(inputs.map((input) => [input.name, input.default]));
  return { ...presets, message: chat?.prompts?.[0] ?? "Good morning." };
}

/** The run of this demo that `?from=` names, as everybody may know it who has its id. */
async function forkOf(demo: string, run: string | string[] | undefined): Promise<Fork | undefined> {
  if (typeof run !== "string" || run === "") return undefined;
  const found = await findRun(run);
  if (!found) return { run, kept: false };
  const { record } = found;
  return record.demo === demo ? { run, kept: true, inputs: record.inputs } : undefined;
}
