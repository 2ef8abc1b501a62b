import { notFound } from "next/navigation";
import { DemoFaults } from "@/app/_ui/demo-faults";
import { PageTitle } from "@/app/_ui/page-title";
import { namesOf } from "@/lib/demo/names";
import { list } from "./house";

const dev = process.env.NODE_ENV === "development";

/** In the place of a page that needs a demo which is none: whoever writes it sees what to mend. */
export async function BrokenDemo({ name }: { name: string }) {
  const { faults } = dev ? await list() : { faults: [] };
  const stem = (file: string) => file.replace(/^.*\/|\.tsx?$/g, "");
  const own = faults.filter(({ file }) => namesOf(stem(file)).name === name);
  if (own.length === 0) notFound();
  return (
    <>
      <PageTitle title="Not a demo yet" />
      <DemoFaults faults={own} />
    </>
  );
}
