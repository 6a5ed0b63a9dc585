/** The service that shows a discussion of GitHub in a frame. Nothing is asked of it before a reader presses the button. */
const service = 'https://giscus.app';

/**
 * `<comment-discussion>`: puts the discussion of an essay in the place of its button, in a frame of its own. The frame
 * says how high it is. When a reader has signed in, GitHub leads back with a session in the address.
 */
class CommentDiscussion extends HTMLElement {
  #abort: AbortController | undefined;

  connectedCallback() {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.querySelector('button')?.addEventListener('click', () => this.#load(signal), { signal });
  }

  disconnectedCallback() {
    this.#abort?.abort();
  }

  #load(signal: AbortSignal) {
    const here = new URL(location.href);
    here.hash = '';
    const given = here.searchParams.get('giscus');
    const session = keptSession(given);
    here.searchParams.delete('giscus');
    if (given) history.replaceState(history.state, '', here);
    const { repo = '', repoId = '', category = '', categoryId = '', term = '', title = '' } = this.dataset;
    const chosen = document.documentElement.dataset['theme'];
    const address = new URL('/widget', service);
    const settings = {
      ...{ origin: here.href, session, repo, repoId, category, categoryId, term },
      ...{ theme: chosen || 'preferred_color_scheme', strict: '1', reactionsEnabled: '0' },
      ...{ emitMetadata: '0', inputPosition: 'bottom', backLink: here.href },
    };
    for (const [name, value] of Object.entries(settings)) address.searchParams.set(name, value);
    const frame = document.createElement('iframe');
    Object.assign(frame, { title, src: address.href, width: '100%', height: '400' });
    frame.style.border = '0';
    addEventListener(
      'message',
      ({ origin, source, data }) => {
        const height: unknown = data?.giscus?.resizeHeight;
        if (origin === service && source === frame.contentWindow && typeof height === 'number')
          frame.height = String(height);
      },
      { signal },
    );
    this.replaceChildren(frame);
    frame.focus();
  }
}

/** The session that the address has or, until the tab is closed, that it had. */
function keptSession(given: string | null): string {
  try {
    if (given) sessionStorage.setItem('stet-giscus', given);
    return given ?? sessionStorage.getItem('stet-giscus') ?? '';
  } catch {
    return given ?? ''; // storage is blocked
  }
}

customElements.define('comment-discussion', CommentDiscussion);
