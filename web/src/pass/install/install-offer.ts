import { Store } from '../../shared/parts/store';

/** Chromium alone has it (https://developer.mozilla.org/docs/Web/API/BeforeInstallPromptEvent). */
interface BeforeInstallPromptEvent extends Event {
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

/** How this page may be put on the home screen, if at all: the browser asks, or the person does it in a menu of iOS. */
export type Way = 'prompt' | 'ios' | undefined;

const DISMISSED = 'presente.pass.install-dismissed';

const isInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches;
/** iPads say that they are Macs, and have no other name of their own than this property. */
const isSafariOnIos = (): boolean => 'standalone' in navigator;

/** Whether the page may be installed. Listens from its making on: the browser says so once, and early. */
export class InstallOffer {
  private readonly store = new Store<Way>(isSafariOnIos() ? 'ios' : undefined);
  private event: BeforeInstallPromptEvent | undefined;

  readonly way = this.store.get;
  readonly subscribe = this.store.subscribe;

  constructor() {
    if (isInstalled() || localStorage.getItem(DISMISSED) !== null) {
      this.store.set(undefined);
      return;
    }
    addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.event = event as BeforeInstallPromptEvent;
      this.store.set('prompt');
    });
    addEventListener('appinstalled', () => this.store.set(undefined));
  }

  /** The browser asks the person; it does so once. */
  async install(): Promise<void> {
    this.store.set(undefined);
    await this.event?.prompt();
  }

  dismiss(): void {
    localStorage.setItem(DISMISSED, '1');
    this.store.set(undefined);
  }
}
