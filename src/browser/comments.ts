/** Comments by giscus: its script is asked for when a reader comes near, and follows their theme. */
import type { UiLang } from '../site/words.ts';

const host = 'https://giscus.app';
/** How far below the window the comments begin to load. */
const ahead = '400px';

/** Waits until the section comes near; its `data-` values are those that giscus knows. */
export function awaitComments(section: HTMLElement): void {
  section.hidden = false;
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      load(section);
    },
    { rootMargin: ahead },
  );
  observer.observe(section);
}

function load(section: HTMLElement): void {
  const script = document.createElement('script');
  const ui = (document.documentElement.dataset.ui ?? 'en') as UiLang;
  Object.assign(script.dataset, section.dataset);
  Object.assign(script.dataset, { theme: theme(), lang: ui === 'zh' ? 'zh-CN' : 'en' });
  script.src = `${host}/client.js`;
  script.async = true;
  script.crossOrigin = 'anonymous';
  section.append(script);
  new MutationObserver(() => tell(section)).observe(document.documentElement, {
    attributeFilter: ['data-theme'],
  });
}

function theme(): string {
  return document.documentElement.dataset.theme ?? 'preferred_color_scheme';
}

/** giscus shows its comments in a frame, which listens for its theme. */
function tell(section: HTMLElement): void {
  const frame = section.querySelector<HTMLIFrameElement>('iframe.giscus-frame');
  frame?.contentWindow?.postMessage({ giscus: { setConfig: { theme: theme() } } }, host);
}
