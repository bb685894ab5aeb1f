/** Whether WebGL has a graphics card behind it. */

/** Names of renderers that let the processor draw: Chromium's, Mesa's, Windows'. */
const software = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/**
 * Where the processor alone must draw, every WebGL picture is copied back while the page waits: a plain
 * canvas in a worker is better then. Asked of a canvas of its own, as a canvas has one kind of context.
 */
export function hasGraphicsCard(): boolean {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) return false;
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return !software.test(name);
}
