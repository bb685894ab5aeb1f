/**
 * A name that Windows keeps for devices, alone or before a dot, in any case: no file or folder can have
 * it there (Microsoft, “Naming Files, Paths, and Namespaces”).
 */
export const deviceName = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/iu;
