/**
 * The name under which one filling of a form is sent. Sending the same again (a second click, a lost answer) says
 * the same name, so it counts once; other contents are another operation; what has succeeded is over.
 */
export class Operation {
  #key = '';
  #sent = '';

  keyFor(body: unknown): string {
    const text = JSON.stringify(body) ?? '';
    if (this.#key === '' || this.#sent !== text) {
      this.#key = crypto.randomUUID();
      this.#sent = text;
    }
    return this.#key;
  }

  done(): void {
    this.#key = '';
  }
}
