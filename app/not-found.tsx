import type { Metadata } from "next";
import { buttonStyle } from "./_ui/button-style";
import { Header } from "./_ui/header";
import { MessagePage } from "./_ui/message-page";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <>
      <Header />
      <main className="px-5 py-6 sm:px-8 sm:py-8">
        <MessagePage title="There is no page here">
          <p>
            A demo has the address of its file: demos/hello-world.ts is at{" "}
            <span className="whitespace-nowrap">/demos/hello-world</span>.
          </p>
          <a href="/" className={buttonStyle.small}>
            See all demos
          </a>
        </MessagePage>
      </main>
    </>
  );
}
