/** What a conversation may hold that is sent along. A page sends the newest that fit. */
export const historyLimits = {
  messages: 500,
  /** Of all messages together, in UTF-16 code units. */
  characters: 200_000,
  /** Of all messages together. */
  attachments: 100,
};
