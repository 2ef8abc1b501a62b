import { ReplyDrawing } from "../reply-drawing";
import { line } from "./line";

export const replyDrawing = <ReplyDrawing {...line} />;
