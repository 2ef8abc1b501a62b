import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { describe, findRun } from "@/app/_server/house";
import { shareMetadata } from "@/app/_server/share-metadata";
import { ChatRun, RunConsole } from "@/app/_ui/consoles";
import { PageTitle } from "@/app/_ui/page-title";
import { parseInstant } from "@/lib/client/timeline/parse-instant";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ t?: string | string[] }>;
}

async function load(params: Props["params"]) {
  const found = await findRun((await params).id);
  if (!found) return undefined;
  const { record } = found;
  return { record, ...(await describe(record.demo)) };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await load(params);
  const title = found?.demo?.title ?? "Run";
  const shared =
    found?.demo &&
    (await shareMetadata({
      path: `/runs/${found.record.id}`,
      title,
      description: found.demo.description,
    }));
  // Its address is what lets somebody watch it, so it is not for a search engine.
  return { ...shared, title, robots: { index: false } };
}

export default async function RunPage({ params, searchParams }: Props) {
  const found = await load(params);
  if (!found) notFound();
  const { record, demo, document, timeline } = found;
  const { t } = await searchParams;
  if (!demo || !document || !timeline) {
    return <PageTitle title={record.demo}>The demo of this run is not there any more.</PageTitle>;
  }
  return (
    <>
      <PageTitle title={demo.title}>
        A run of{" "}
        <a
          href={`/demos/${demo.name}`}
          className="rounded-part text-text underline underline-offset-2"
        >
          {demo.title}
        </a>{" "}
        from {instant(record.createdAt)}.
      </PageTitle>
      {demo.chat ? (
        <ChatRun demo={demo} document={document} run={record.id} inputs={record.inputs} />
      ) : (
        <RunConsole
          demo={demo}
          document={document}
          timeline={timeline}
          asked={parseInstant(Array.isArray(t) ? t[0] : t)}
          run={record.id}
          inputs={record.inputs}
          parent={await parentOf(record)}
        />
      )}
    </>
  );
}

async function parentOf({ parent }: { parent: string | undefined }) {
  return parent === undefined
    ? undefined
    : { id: parent, kept: (await findRun(parent)) !== undefined };
}

function instant(at: number): string {
  const words = new Date(at).toLocaleString("en-GB", {
    timeZone: "UTC",
    dateStyle: "medium",
    timeStyle: "short",
  });
  return `${words} UTC`;
}
