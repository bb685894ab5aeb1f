/** Comments by giscus: its script is loaded when a reader scrolls near, and follows their theme. */
import { shownLanguage } from './shown-language.ts';

const host = 'https://giscus.app';
/** How far below the window the comments start to load. */
const loadDistance = '400px';

/** Loads the comments once the section is near the window; its `data-` attributes configure giscus. */
export function loadCommentsWhenNear(section: HTMLElement): void {
  section.hidden = false;
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      load(section);
    },
    { rootMargin: loadDistance },
  );
  observer.observe(section);
}

function load(section: HTMLElement): void {
  const script = document.createElement('script');
  Object.assign(script.dataset, section.dataset);
  Object.assign(script.dataset, {
    theme: theme(),
    lang: shownLanguage() === 'zh' ? 'zh-CN' : 'en',
  });
  script.src = `${host}/client.js`;
  script.async = true;
  script.crossOrigin = 'anonymous';
  section.append(script);
  new MutationObserver(() => sendTheme(section)).observe(document.documentElement, {
    attributeFilter: ['data-theme'],
  });
}

function theme(): string {
  return document.documentElement.dataset.theme ?? 'preferred_color_scheme';
}

/** giscus runs in a frame and takes its theme from a message. */
function sendTheme(section: HTMLElement): void {
  const frame = section.querySelector<HTMLIFrameElement>('iframe.giscus-frame');
  frame?.contentWindow?.postMessage({ giscus: { setConfig: { theme: theme() } } }, host);
}
