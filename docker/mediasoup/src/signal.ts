/** Something that happens once, and that others wait for. */
export class Signal {
  readonly happened: Promise<void>;
  private resolve: () => void = () => {};

  constructor() {
    this.happened = new Promise((resolve) => {
      this.resolve = resolve;
    });
  }

  give(): void {
    this.resolve();
  }
}
