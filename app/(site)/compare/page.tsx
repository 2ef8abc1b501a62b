import type { Metadata } from "next";
import { describe, findRun } from "@/app/_server/house";
import { buttonStyle } from "@/app/_ui/button-style";
import { CompareConsole } from "@/app/_ui/compare/compare-console";
import type { ComparedRun } from "@/app/_ui/compare/compared-run";
import { MessagePage } from "@/app/_ui/message-page";
import { PageTitle } from "@/app/_ui/page-title";
import {
  comparedAddress,
  mostCompared,
  nameOfRun,
  readComparedRuns,
} from "@/lib/client/compare/compared-runs";
import { parseInstant } from "@/lib/client/timeline/parse-instant";

interface Props {
  searchParams: Promise<{ run?: string | string[]; t?: string | string[] }>;
}

// The addresses of runs are what lets somebody watch them, so this is not for a search engine.
export const metadata: Metadata = { title: "Compare", robots: { index: false } };

export default async function ComparePage({ searchParams }: Props) {
  const { run, t } = await searchParams;
  const asked = readComparedRuns(run);
  const found = await findAll(asked.runs);
  const runs = found.flatMap((each) => ("fault" in each ? [] : [each]));
  const missing = found.flatMap((each) => ("fault" in each ? [each.fault] : []));
  const ids = runs.map(({ id }) => id);
  if (runs.length === 0) {
    return (
      <MessagePage title="Nothing to compare">
        <Faults faults={[...missing, ...asked.faults]} />
        <p>{howTo}</p>
        <a href="/" className={buttonStyle.small}>
          See all demos
        </a>
      </MessagePage>
    );
  }
  const titles = [...new Set(runs.map(({ demo }) => demo.title))];
  const few = runs.length === 1 ? [`Here is only one run to look at. ${howTo}`] : [];
  return (
    <>
      <PageTitle title={`Compare ${titles.join(" and ")}`}>
        {runs.length > 1 &&
          `${counts[runs.length]} runs, each at the same instant since its start. Inputs that differ are bold.`}
      </PageTitle>
      <Faults faults={[...missing, ...asked.faults, ...few]}>
        {missing.length > 0 && runs.length > 1 && (
          <a
            href={comparedAddress(ids)}
            className="rounded-part font-medium underline underline-offset-2"
          >
            Compare without {missing.length === 1 ? "it" : "them"}
          </a>
        )}
      </Faults>
      <CompareConsole
        key={ids.join(" ")}
        runs={runs}
        asked={parseInstant(Array.isArray(t) ? t[0] : t)}
      />
    </>
  );
}

const counts = ["No", "One", "Two", "Three", "Four"];
const howTo = `Two to ${counts[mostCompared]?.toLowerCase()} runs are compared: press “Compare” over “Your runs” beside a demo and tick them, or name each in the address as run= and its id.`;

async function findAll(ids: readonly string[]) {
  // Of each demo one description, so that it is sent once, however many of its runs are shown.
  const demos = new Map<string, ReturnType<typeof describe>>();
  return Promise.all(ids.map(find));

  async function find(id: string): Promise<ComparedRun | { fault: string }> {
    const record = (await findRun(id))?.record;
    if (!record) {
      return {
        fault: `The run ${nameOfRun(id)} is no longer kept, or there was none with this id. A run is kept for a while after its end, and not across restarts of the server: take it out of the address, or run its demo again.`,
      };
    }
    const { demo: name, inputs, createdAt } = record;
    const described = demos.get(name) ?? describe(name);
    demos.set(name, described);
    const known = await described;
    if (!known) {
      return {
        fault: `The demo of the run ${nameOfRun(id)}, “${name}”, is not there any more: take the run out of the address.`,
      };
    }
    return { id, inputs, createdAt, ...known };
  }
}

interface FaultsProps {
  faults: readonly string[];
  children?: React.ReactNode;
}

/** What of the address could not be shown, and what to do about it. */
function Faults({ faults, children }: FaultsProps) {
  if (faults.length === 0) return null;
  return (
    <div role="note" className="mb-6 grid max-w-[72ch] gap-2 border-l-2 border-warn py-1 pl-4">
      {faults.map((fault) => (
        <p key={fault} className="[overflow-wrap:anywhere]">
          {fault}
        </p>
      ))}
      {children && <p>{children}</p>}
    </div>
  );
}
