import { Icon } from "../../icon";
import { toolStyle } from "../../stage";

/** Of a stage: all of it, as one file. */
export function DownloadLink({ url }: { url: string }) {
  return (
    <a href={url} download aria-label="Download" title="Download" className={toolStyle}>
      <Icon name="down" />
    </a>
  );
}
