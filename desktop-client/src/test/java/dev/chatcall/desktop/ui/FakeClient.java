package dev.chatcall.desktop.ui;

import dev.chatcall.desktop.call.CallActions;
import dev.chatcall.desktop.call.CallNotice;
import dev.chatcall.desktop.call.CurrentCall;
import dev.chatcall.desktop.call.Devices;
import dev.chatcall.desktop.client.AccountActions;
import dev.chatcall.desktop.client.AdminActions;
import dev.chatcall.desktop.client.ApiException;
import dev.chatcall.desktop.client.ChatClient;
import dev.chatcall.desktop.client.CheckActions;
import dev.chatcall.desktop.client.ContactActions;
import dev.chatcall.desktop.client.ConversationActions;
import dev.chatcall.desktop.client.DevicePreferences;
import dev.chatcall.desktop.client.MessageActions;
import dev.chatcall.desktop.client.Notice;
import dev.chatcall.desktop.client.SessionActions;
import dev.chatcall.desktop.observable.Observable;
import dev.chatcall.desktop.observable.Store;
import dev.chatcall.desktop.observable.Subscription;
import dev.chatcall.protocol.call.Call;
import dev.chatcall.protocol.call.CallPage;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A client in memory. What it shows is set in {@link #state} and the call stores; what screens ask of it is kept in
 * {@link #asked}, and answered with what {@link #answer} was told, else with success and nothing.
 */
public final class FakeClient implements ChatClient {
    /** One action that a screen asked for: the method's name and what it was given. */
    public record Asked(String name, List<Object> arguments) {
        public Object argument(int at) {
            return arguments.get(at);
        }
    }

    public final FakeState state = new FakeState();
    public final Store<List<Call>> runningCalls = new Store<>(List.of());
    public final Store<List<Call>> incomingCalls = new Store<>(List.of());
    public final Store<Optional<CurrentCall>> currentCall = new Store<>(Optional.empty());
    public final Store<Devices> devices = new Store<>(Devices.NONE);
    public String serverUrl = "https://chat.example.org";

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Function<List<Object>, Object>> answers = new ConcurrentHashMap<>();
    private final List<Consumer<? super Notice>> noticeListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<? super CallNotice>> callListeners = new CopyOnWriteArrayList<>();

    public FakeClient() {
        answers.put("setDraft", args -> {
            state.draft((UUID) args.get(0)).set((String) args.get(1));
            return null;
        });
        answers.put("setPreferences", args -> {
            if (args.get(0) instanceof DevicePreferences preferences) {
                state.preferences.set(preferences);
                return null;
            }
            return CompletableFuture.completedFuture(null);
        });
        answers.put("picture", args -> failed("not_found"));
        answers.put("search", args -> CompletableFuture.completedFuture(List.of()));
        answers.put("list", args -> CompletableFuture.completedFuture(List.of()));
        answers.put("invitations", args -> CompletableFuture.completedFuture(List.of()));
        answers.put("history", args -> CompletableFuture.completedFuture(new CallPage(List.of(), false)));
    }

    /** What to answer an action with, by its method's name: a future, or whatever the method returns. */
    public void answer(String name, Function<List<Object>, Object> answer) {
        answers.put(name, answer);
    }

    /** All that was asked under this name, in order. */
    public List<Asked> asked(String name) {
        return asked.stream().filter(one -> one.name().equals(name)).toList();
    }

    public static <T> CompletableFuture<T> failed(String code) {
        return CompletableFuture.failedFuture(new ApiException(code));
    }

    /** As the core does for a message that asks for attention. */
    public void tell(Notice notice) {
        noticeListeners.forEach(listener -> listener.accept(notice));
    }

    public void tell(CallNotice notice) {
        callListeners.forEach(listener -> listener.accept(notice));
    }

    @Override
    public FakeState state() {
        return state;
    }

    @Override
    public SessionActions session() {
        return recording(SessionActions.class);
    }

    @Override
    public MessageActions messages() {
        return recording(MessageActions.class);
    }

    @Override
    public ContactActions contacts() {
        return recording(ContactActions.class);
    }

    @Override
    public ConversationActions conversations() {
        return recording(ConversationActions.class);
    }

    @Override
    public AccountActions account() {
        return recording(AccountActions.class);
    }

    @Override
    public AdminActions admin() {
        return recording(AdminActions.class);
    }

    @Override
    public CallActions calls() {
        return recording(CallActions.class);
    }

    @Override
    public CheckActions checks() {
        return recording(CheckActions.class);
    }

    @Override
    public String serverUrl() {
        return serverUrl;
    }

    @Override
    public void start() {
        asked.add(new Asked("start", List.of()));
    }

    @Override
    public void stop() {
        asked.add(new Asked("stop", List.of()));
    }

    @Override
    public void hurry() {
        asked.add(new Asked("hurry", List.of()));
    }

    @Override
    public Subscription onNotice(Consumer<Notice> listener) {
        noticeListeners.add(listener);
        return () -> noticeListeners.remove(listener);
    }

    private <T> T recording(Class<T> actions) {
        return actions.cast(Proxy.newProxyInstance(
                actions.getClassLoader(),
                new Class<?>[] {actions},
                (proxy, method, arguments) -> invoke(proxy, method, arguments == null ? new Object[0] : arguments)));
    }

    @SuppressWarnings("unchecked")
    private Object invoke(Object proxy, Method method, Object[] arguments) {
        String name = method.getName();
        if (method.getDeclaringClass() == Object.class) {
            return switch (name) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "the actions of a fake client";
            };
        }
        if (Observable.class.isAssignableFrom(method.getReturnType())) {
            return callStore(name);
        }
        if (method.getDeclaringClass() == CallActions.class && name.equals("onNotice")) {
            Consumer<? super CallNotice> listener = (Consumer<? super CallNotice>) arguments[0];
            callListeners.add(listener);
            return (Subscription) () -> callListeners.remove(listener);
        }
        List<Object> given = Arrays.asList(arguments);
        asked.add(new Asked(name, given));
        Function<List<Object>, Object> answer = answers.get(name);
        if (answer != null) {
            return answer.apply(given);
        }
        return method.getReturnType() == CompletableFuture.class ? CompletableFuture.completedFuture(null) : null;
    }

    private Observable<?> callStore(String name) {
        return switch (name) {
            case "running" -> runningCalls;
            case "incoming" -> incomingCalls;
            case "current" -> currentCall;
            case "devices" -> devices;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
