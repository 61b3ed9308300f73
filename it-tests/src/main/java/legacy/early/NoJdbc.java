package legacy.early;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An application that has work enough without any database. */
public final class NoJdbc {
    private NoJdbc() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words =
                new ArrayList<>(Pattern.compile("\\s").splitAsStream("a b c").collect(Collectors.toList()));
        Object back = serialised(words);
        Runnable proxy = (Runnable) Proxy.newProxyInstance(
                NoJdbc.class.getClassLoader(), new Class<?>[] {Runnable.class}, (self, method, values) -> null);
        proxy.run();
        Logger.getLogger("legacy").fine("not shown");
        ExecutorService executor = Executors.newFixedThreadPool(2);
        Future<Integer> answer = executor.submit(NoJdbc::overSocket);
        System.out.println(back + " " + answer.get());
        executor.shutdown();
    }

    private static Object serialised(Object object) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    private static int overSocket() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket accepted = server.accept()) {
            client.getOutputStream().write(42);
            return accepted.getInputStream().read();
        }
    }
}
