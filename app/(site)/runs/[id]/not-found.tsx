import { buttonStyle } from "@/app/_ui/button-style";
import { MessagePage } from "@/app/_ui/message-page";

export default function RunNotFound() {
  return (
    <MessagePage title="This run is no longer kept">
      <p>
        Or there was none with this address. A run is kept for a while after its end, and not across
        restarts of the server. Its demo can be run again.
      </p>
      <a href="/" className={buttonStyle.small}>
        See all demos
      </a>
    </MessagePage>
  );
}
