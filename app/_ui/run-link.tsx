import { Icon } from "./icon";

/** The way to a run's own page. Before there is a run it only takes its room, lest what is beside it moves. */
export function RunLink({ run }: { run: string | undefined }) {
  return (
    <a
      href={run && `/runs/${run}`}
      target="_blank"
      rel="noreferrer"
      className={`flex items-center gap-1 rounded-part text-muted transition-colors hover:text-text ${run ? "" : "invisible"}`}
    >
      This run
      <Icon name="open" />
    </a>
  );
}
