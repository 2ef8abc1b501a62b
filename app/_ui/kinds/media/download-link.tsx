import { Icon } from "../../icon";
import { toolStyle } from "../../stage";

/** Of a stage: all of it, as one file. */
export function DownloadLink({ url, name }: { url: string; name: string }) {
  return (
    <a href={url} download={name} aria-label="Download" title="Download" className={toolStyle}>
      <Icon name="down" />
    </a>
  );
}
