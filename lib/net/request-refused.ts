/** How a refusal is known to whoever cannot import this room: not one byte has left, and asking again changes nothing. */
export const REQUEST_REFUSED = "ERR_REQUEST_REFUSED";

/** A request that the guard did not let out, or an answer that it did not let in. The message names the host and the rule. */
export class RequestRefused extends Error {
  readonly code = REQUEST_REFUSED;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "RequestRefused";
  }
}

/** Whoever was asked may be asked, but the answer has more bytes than the caller takes. */
export class AnswerTooLong extends RequestRefused {}
