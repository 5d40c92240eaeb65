// The mistakes that are on for this shopper; the server writes them into the page.
export const faults = new Set(document.documentElement.dataset.faults.split(' ').filter(Boolean));
