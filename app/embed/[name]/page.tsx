import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { describe } from "@/app/_server/house";
import { ChatConsole } from "@/app/_ui/chat";
import { DemoConsole } from "@/app/_ui/demo-console";
import { Logo } from "@/app/_ui/logo";

interface Props {
  params: Promise<{ name: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await describe((await params).name);
  return { title: found?.demo.title ?? "Not found", robots: { index: false } };
}

/** A demo without the site's frame. Its look comes from the address: see `look-script.tsx`. */
export default async function EmbedPage({ params }: Props) {
  const found = await describe((await params).name);
  if (!found) notFound();
  const { demo, document } = found;
  return (
    <main data-embed className="p-4 sm:p-6">
      <div className="mb-4 flex items-baseline justify-between gap-4">
        <h1 className="text-body font-semibold tracking-tight">{demo.title}</h1>
        <a
          href={`/demos/${demo.name}`}
          target="_blank"
          rel="noreferrer"
          className="flex shrink-0 items-center gap-1.5 self-start rounded-part text-fine text-muted transition-colors hover:text-text"
        >
          <Logo size={16} />
          Yieldcast
        </a>
      </div>
      {demo.chat ? (
        <ChatConsole demo={demo} document={document} embedded />
      ) : (
        <DemoConsole demo={demo} document={document} embedded />
      )}
    </main>
  );
}
