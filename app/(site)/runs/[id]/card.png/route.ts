import { answerCard } from "@/app/_server/answer-card";
import { describe, findRun } from "@/app/_server/house";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ id: string }>;
}

/** A run's picture for pages that link to it: its last image, or the first words of its last text. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const record = (await findRun((await params).id))?.record;
  const demo = record && (await describe(record.demo))?.demo;
  return answerCard(request, record && demo && { demo, line: demo.description, run: record.id });
}
