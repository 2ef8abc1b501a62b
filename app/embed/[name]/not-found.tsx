import { MessagePage } from "@/app/_ui/message-page";

export default function EmbedNotFound() {
  return (
    <main className="px-5">
      <MessagePage title="There is no such demo">
        <p>It may have been renamed: its address ends in the name of its file.</p>
      </MessagePage>
    </main>
  );
}
