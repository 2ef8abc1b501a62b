import { list } from "@/app/_server/house";
import { DemoCard } from "@/app/_ui/demo-card";
import { DemoFaults } from "@/app/_ui/demo-faults";
import { PageTitle } from "@/app/_ui/page-title";
import { Refresh } from "@/app/_ui/refresh";

const dev = process.env.NODE_ENV === "development";

export default async function GalleryPage() {
  const { demos: found, faults, failed } = await list();
  const demos = found.toSorted((one, two) => one.demo.title.localeCompare(two.demo.title, "en"));
  return (
    <>
      <Refresh seconds={5} always={dev} />
      <PageTitle title="Demos">
        {demos.length > 0
          ? "Each is one file with a generator. Open one and press Run."
          : "There are none yet. Put a file into demos/, such as demos/hello-world.ts."}
      </PageTitle>
      <ul className="grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
        {demos.map((each) => (
          <li key={each.demo.name}>
            <DemoCard {...each} />
          </li>
        ))}
      </ul>
      {/* Others than the author can do nothing about them. */}
      {dev && faults.length > 0 && (
        <section aria-labelledby="faults" className="mt-12">
          <h2 id="faults" className="mb-4 text-body font-semibold tracking-tight">
            Not demos yet
          </h2>
          <DemoFaults faults={faults} />
        </section>
      )}
      {dev && failed.length > 0 && (
        <section aria-labelledby="failed" className="mt-12">
          <h2 id="failed" className="mb-4 text-body font-semibold tracking-tight">
            Examples that failed
          </h2>
          <DemoFaults faults={failed} />
        </section>
      )}
    </>
  );
}
