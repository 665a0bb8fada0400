import { Worker } from "node:worker_threads";
import type { RenderedPicture, RenderJob } from "./engine.ts";
import type { RenderReply, RenderRequest } from "./worker-messages.ts";

interface Task {
  request: RenderRequest;
  large: boolean;
  resolve: (picture: RenderedPicture) => void;
  reject: (reason: unknown) => void;
  seat: Seat | null;
  done: boolean;
}

interface Seat {
  worker: Worker;
  task: Task | null;
}

/** A picture under way: its result, and the way to stop it. */
export interface PendingPicture {
  result: Promise<RenderedPicture>;
  /** Rejects `result` at once; a thread that is rendering it is ended, and the next picture gets a new one. */
  cancel(reason: unknown): void;
}

/** A picture of more pixels takes about 400 MB while it is made: one at a time. */
const LARGE_PX = 1600 * 1600;

/** Read from the PNG's header (width and height are its first eight bytes after the signature and chunk head). */
function isLarge(subject: Uint8Array): boolean {
  if (subject.length < 24) return false;
  const header = new DataView(subject.buffer, subject.byteOffset, 24);
  return header.getUint32(0) === 0x89504e47 && header.getUint32(16) * header.getUint32(20) > LARGE_PX;
}

/** A fixed number of render threads, started when first needed; pictures wait in the order they came. */
export class RenderPool {
  readonly #size: number;
  readonly #seats = new Set<Seat>();
  readonly #waiting: Task[] = [];
  #closed = false;

  constructor(size: number) {
    this.#size = size;
  }

  start(job: RenderJob, index: number): PendingPicture {
    const { promise, resolve, reject } = Promise.withResolvers<RenderedPicture>();
    const task: Task = {
      request: { job, index },
      large: isLarge(job.subject),
      resolve,
      reject,
      seat: null,
      done: false,
    };
    if (this.#closed) this.#fail(task, new Error("the engine is closed"));
    else {
      this.#waiting.push(task);
      this.#dispatch();
    }
    return { result: promise, cancel: (reason) => this.#cancel(task, reason) };
  }

  async close(): Promise<void> {
    this.#closed = true;
    const reason = new Error("the engine is closed");
    for (const task of this.#waiting.splice(0)) this.#fail(task, reason);
    const seats = [...this.#seats];
    this.#seats.clear();
    for (const seat of seats) if (seat.task) this.#fail(seat.task, reason);
    await Promise.all(seats.map((seat) => seat.worker.terminate()));
  }

  #dispatch(): void {
    for (;;) {
      const largeUnderWay = [...this.#seats].some(({ task }) => task?.large);
      const position = this.#waiting.findIndex(({ large }) => !(large && largeUnderWay));
      const task = this.#waiting[position];
      if (!task) return;
      const seat = this.#freeSeat();
      if (!seat) return;
      this.#waiting.splice(position, 1);
      seat.task = task;
      task.seat = seat;
      seat.worker.ref();
      seat.worker.postMessage(task.request);
    }
  }

  #freeSeat(): Seat | null {
    for (const seat of this.#seats) if (!seat.task) return seat;
    return this.#seats.size < this.#size ? this.#openSeat() : null;
  }

  #openSeat(): Seat {
    const worker = new Worker(new URL("./render.worker.ts", import.meta.url), { name: "backlot-render", execArgv: [] });
    const seat: Seat = { worker, task: null };
    worker.on("message", (reply: RenderReply) => this.#settle(seat, reply));
    worker.on("error", (error) => this.#drop(seat, error));
    worker.on("exit", (code) => this.#drop(seat, new Error(`the render thread ended with code ${code}`)));
    this.#seats.add(seat);
    return seat;
  }

  #settle(seat: Seat, reply: RenderReply): void {
    const task = seat.task;
    seat.task = null;
    // An idle thread must not keep the process alive.
    seat.worker.unref();
    if (task && !task.done) {
      if (reply.ok) {
        task.done = true;
        task.resolve(reply.picture);
      } else this.#fail(task, new Error(reply.message, { cause: reply.stack }));
    }
    this.#dispatch();
  }

  #drop(seat: Seat, reason: unknown): void {
    this.#seats.delete(seat);
    if (seat.task) this.#fail(seat.task, reason);
    seat.task = null;
    if (!this.#closed) this.#dispatch();
  }

  #cancel(task: Task, reason: unknown): void {
    if (task.done) return;
    const position = this.#waiting.indexOf(task);
    if (position >= 0) this.#waiting.splice(position, 1);
    this.#fail(task, reason);
    const seat = task.seat;
    if (!seat || seat.task !== task) return;
    seat.task = null;
    this.#seats.delete(seat);
    void seat.worker.terminate();
    this.#dispatch();
  }

  #fail(task: Task, reason: unknown): void {
    if (task.done) return;
    task.done = true;
    task.reject(reason);
  }
}
