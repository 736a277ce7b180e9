import { defineConfig } from 'vite';

const shop = 'http://localhost:5080';     // the address of the shop; the page is on http://localhost:5173
export default defineConfig({
  server: {
    strictPort: true,                     // another port is another origin
    proxy: Object.fromEntries(['/api', '/payments', '/orders'].map((path) => [path, { target: shop, changeOrigin: false }])),
  },
});
