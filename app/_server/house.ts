import { pageOperation, timelineOperation } from "@/graphql/operation";
import { schemaOf } from "@/graphql/schema";
import { describeDemo } from "@/lib/demo/describe";
import { createHouse, type House } from "@/lib/house";
import { readSettings } from "@/lib/settings";
import { loaders } from "./demos";

const key = Symbol.for("yieldcast.house");
const shared = globalThis as typeof globalThis & { [key]?: House };
const watch = process.env.NODE_ENV !== "production";
/** `next build` renders pages too, to see whether it can: nothing shall be run for that. */
const isBuild = process.env.NEXT_PHASE === "phase-production-build";
let registered = false;

/**
 * Everything alive in this process. Pages and route handlers are module instances of their own, and so
 * are their versions before and after an edit; what lives on must be one, so it hangs on `globalThis`.
 */
export function house(): House {
  shared[key] ??= createHouse({
    settings: readSettings(process.env),
    loaders,
    watch,
  });
  // An edit makes these modules anew, with loaders of the files as they then are. Where nothing is
  // edited, others' loaders would only import every demo once more.
  if (watch && !registered) shared[key].setLoaders(loaders);
  registered = true;
  return shared[key];
}

/** A demo as its page needs it; `undefined` where there is none of that name. */
export async function describe(name: string) {
  const catalogue = await house().catalogue();
  const demo = catalogue.demos.get(name);
  if (!demo) return undefined;
  const runs = isBuild ? [] : await house().exampleRuns.of(demo);
  return {
    demo: describeDemo(demo, runs),
    document: pageOperation(schemaOf(catalogue), demo),
    timeline: timelineOperation(demo),
  };
}

/** The origins whose pages may embed. */
export function embedOrigins(): readonly string[] {
  return house().settings.EMBED_ORIGINS;
}

/**
 * All demos, each with how many runs of it go on and what an example has yielded last; the files that are
 * none yet, and those whose examples have failed.
 */
export async function list() {
  const { runs, exampleRuns, glimpseOf, catalogue } = house();
  const { demos, faults } = await catalogue();
  const listed = [...demos.values()].map(async (demo) => ({
    demo: describeDemo(demo),
    running: runs.running(demo.name),
    shown: isBuild ? undefined : await glimpseOf(demo),
  }));
  return { demos: await Promise.all(listed), faults, failed: exampleRuns.faults() };
}

/** What is said of a run; `undefined` where it is not known (any more). The key stays here. */
export async function findRun(id: string) {
  const { logs } = house();
  const record = await logs.record(id);
  if (!record) return undefined;
  const { demo, inputs, createdAt, parent } = record;
  return { record: { id, demo, inputs, createdAt, parent } };
}
