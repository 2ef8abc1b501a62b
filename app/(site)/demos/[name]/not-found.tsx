import { buttonStyle } from "@/app/_ui/button-style";
import { MessagePage } from "@/app/_ui/message-page";

/** Of its own, as the one for any address brings a header, which the site's frame has already. */
export default function DemoNotFound() {
  return (
    <MessagePage title="There is no such demo">
      <p>
        A demo has the address of its file: demos/hello-world.ts is at{" "}
        <span className="whitespace-nowrap">/demos/hello-world</span>.
      </p>
      <a href="/" className={buttonStyle.small}>
        See all demos
      </a>
    </MessagePage>
  );
}
