/** Imports widgets: each once, anew after a failure, and what they need before them. */
import { PREFIX, type WidgetName } from './names.js';

/** Where the modules come from. Each is asked for again after a failure. */
export interface Modules {
  widget(name: WidgetName): Promise<unknown>;
  /** Lit's support for server-sent roots. It has to be there before a widget is defined. */
  hydration(): Promise<unknown>;
}

export class Importer {
  readonly #modules: Modules;
  readonly #hasServerRoot: () => boolean;
  readonly #imports = new Map<WidgetName, Promise<void>>();
  readonly #failed = new Set<WidgetName>();
  #readiness: Promise<unknown> | undefined;

  /** @param hasServerRoot - Whether a widget on the page came from the server; asked once, before the first import. */
  constructor(modules: Modules, hasServerRoot: () => boolean) {
    this.#modules = modules;
    this.#hasServerRoot = hasServerRoot;
  }

  import(name: WidgetName): Promise<void> {
    let importing = this.#imports.get(name);
    if (!importing) {
      importing = this.#import(name);
      this.#imports.set(name, importing);
      importing.catch((error: unknown) => {
        this.#imports.delete(name);
        if (!this.#failed.has(name))
          console.error(`<${PREFIX}${name}> not loaded; tried later.`, error);
        this.#failed.add(name);
      });
    }
    return importing;
  }

  retry(): void {
    for (const name of this.#failed) void this.import(name);
  }

  async #import(name: WidgetName): Promise<void> {
    if (customElements.get(PREFIX + name)) return;
    this.#readiness ??= this.#prepare();
    try {
      await this.#readiness;
    } catch (error) {
      this.#readiness = undefined;
      throw error;
    }
    await this.#modules.widget(name);
    this.#failed.delete(name);
  }

  /** What has to be there before the first widget, and so before Lit. Later it would be of no use. */
  async #prepare(): Promise<void> {
    // While the page is on its way a server-sent root may still be to come.
    if (document.readyState === 'loading')
      await new Promise((resolve) => {
        document.addEventListener('DOMContentLoaded', resolve);
      });
    if (this.#hasServerRoot()) await this.#modules.hydration();
  }
}
