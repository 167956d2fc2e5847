import './console.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { newClient } from './live/client.ts';
import { newRouter } from './router.tsx';
import { SocketsContext } from '#platform/ui';
import { followSystemTheme } from './shell/look.ts';
import { sockets } from './sockets.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

followSystemTheme();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={newClient()}>
      <SocketsContext value={sockets}>
        <RouterProvider router={newRouter()} />
      </SocketsContext>
    </QueryClientProvider>
  </StrictMode>,
);
