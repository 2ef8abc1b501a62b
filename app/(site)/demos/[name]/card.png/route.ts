import { answerCard } from "@/app/_server/answer-card";
import { house } from "@/app/_server/house";

export const dynamic = "force-dynamic";

interface Context {
  params: Promise<{ name: string }>;
}

/** A demo's picture for pages that link to it: what its first example came to, or its name alone. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { catalogue, exampleRuns } = house();
  const demo = (await catalogue()).demos.get((await params).name);
  const [run] = (demo && (await exampleRuns.of(demo))) ?? [];
  return answerCard(request, demo && { demo, line: demo.description, run });
}
