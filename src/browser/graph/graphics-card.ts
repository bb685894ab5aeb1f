/** Whether WebGL runs on a graphics card. */

/** Names of software renderers: Chromium's, Mesa's, Windows'. */
const software = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/**
 * Without a graphics card every WebGL picture is copied back while the page waits, so that a 2D canvas
 * in a worker is faster. Tested on a canvas of its own, as a canvas has one kind of context.
 */
export function hasGraphicsCard(): boolean {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) return false;
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return !software.test(name);
}
