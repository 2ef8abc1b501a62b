import type { AttachmentOptions } from "../../lib/kinds/chat/attachments";
import type { ArgumentKind } from "./kind";

export const attachmentsArgument: ArgumentKind<AttachmentOptions> = { type: () => ["ID"] };
