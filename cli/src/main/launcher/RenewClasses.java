import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Rewrites the classes of jars so that Java's cache of loaded classes helps them more: a third less work at each start.
 *
 * <p>Nothing that is changed changes what a class does:
 *
 * <ul>
 *   <li>picocli's classes have the format of Java 5, which the cache leaves out; they get a later version and the stack maps that go with it.
 *   <li>A {@code switch} over the kinds of a sealed interface is linked when it first runs, by a class made for it, which costs milliseconds
 *       and is not cached. It becomes a call of a method with one {@code instanceof} for each kind, in the same order.
 *   <li>So with {@code hashCode} and {@code equals} of records: they become methods that visit the components one by one, by the same
 *       formula.
 * </ul>
 *
 * <p>The launcher runs this once for each build; no other way of running the tool needs it.
 */
class RenewClasses {
    private static final int JAVA_17 = 61;
    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
    private static final MethodTypeDesc EQUALS =
            MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);

    private final ClassFile classes;

    private RenewClasses() {
        var hierarchy = ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(RenewClasses.class.getClassLoader())
                .orElse(ClassHierarchyResolver.defaultResolver()));
        // Code is copied unseen, and gets no stack maps, unless the constants are numbered anew.
        classes = ClassFile.of(StackMapsOption.GENERATE_STACK_MAPS, ConstantPoolSharingOption.NEW_POOL, hierarchy);
    }

    /** Renews these jars in their places; the class path holds whatever their classes extend. */
    public static void main(String[] jars) throws IOException {
        var classes = new RenewClasses();
        for (String jar : jars) {
            Files.write(Path.of(jar), classes.renewed(Path.of(jar)));
        }
    }

    private byte[] renewed(Path jar) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipFile(jar.toFile()); var out = new ZipOutputStream(bytes)) {
            for (var entry : in.stream().toList()) {
                byte[] content = in.getInputStream(entry).readAllBytes();
                boolean isClass = entry.getName().endsWith(".class") && !entry.getName().endsWith("module-info.class");
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(isClass ? renewed(content) : content);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private byte[] renewed(byte[] content) {
        ClassModel model = classes.parse(content);
        var plain = new PlainMethods(model);
        byte[] renewed = model.majorVersion() < JAVA_17
                ? classes.transformClass(model, ClassTransform.endHandler(builder -> builder.withVersion(JAVA_17, 0)))
                : classes.transformClass(
                        model,
                        ClassTransform.transformingMethodBodies(plain::replace).andThen(ClassTransform.endHandler(plain::addMethods)));
        List<VerifyError> errors = classes.verify(renewed);
        if (!errors.isEmpty()) {
            throw errors.getFirst();
        }
        return renewed;
    }

    /** Replaces calls that are linked when they first run by calls of methods of the class itself. */
    private static final class PlainMethods {
        private final ClassModel model;
        private final List<InvokeDynamicInstruction> replaced = new ArrayList<>();

        PlainMethods(ClassModel model) {
            this.model = model;
        }

        void replace(CodeBuilder code, CodeElement element) {
            if (element instanceof InvokeDynamicInstruction call && (isSwitchOverClasses(call) || isMethodOfRecord(call))) {
                boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
                code.invokestatic(model.thisClass().asSymbol(), name(call, replaced.size()), call.typeSymbol(), isInterface);
                replaced.add(call);
            } else {
                code.with(element);
            }
        }

        private static boolean isSwitchOverClasses(InvokeDynamicInstruction call) {
            return call.bootstrapMethod().owner().descriptorString().equals("Ljava/lang/runtime/SwitchBootstraps;")
                    && call.name().equalsString("typeSwitch")
                    && call.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance);
        }

        private static boolean isMethodOfRecord(InvokeDynamicInstruction call) {
            return call.bootstrapMethod().owner().descriptorString().equals("Ljava/lang/runtime/ObjectMethods;")
                    && (call.name().equalsString("hashCode") || call.name().equalsString("equals"));
        }

        private static String name(InvokeDynamicInstruction call, int number) {
            return call.name().stringValue() + "$" + number;
        }

        void addMethods(ClassBuilder builder) {
            for (int i = 0; i < replaced.size(); i++) {
                InvokeDynamicInstruction call = replaced.get(i);
                builder.withMethodBody(
                        name(call, i),
                        call.typeSymbol(),
                        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC,
                        code -> body(code, call));
            }
        }

        private static void body(CodeBuilder code, InvokeDynamicInstruction call) {
            switch (call.name().stringValue()) {
                case "typeSwitch" -> typeSwitch(code, call.bootstrapArgs());
                case "hashCode" -> hashCode(code, components(call));
                default -> equals(code, (ClassDesc) call.bootstrapArgs().getFirst(), components(call));
            }
        }

        /** What {@link java.lang.runtime.SwitchBootstraps#typeSwitch} specifies: the first label from the second argument on that fits. */
        private static void typeSwitch(CodeBuilder code, List<ConstantDesc> labels) {
            var present = code.newLabel();
            code.aload(0).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
            for (int i = 0; i < labels.size(); i++) {
                var next = code.newLabel();
                code.iload(1).loadConstant(i).if_icmpgt(next);
                code.aload(0).instanceOf((ClassDesc) labels.get(i)).ifeq(next);
                code.loadConstant(i).ireturn().labelBinding(next);
            }
            code.loadConstant(labels.size()).ireturn();
        }

        /** The fields of a record, from the arguments of {@link java.lang.runtime.ObjectMethods#bootstrap}: class, names, getters. */
        private static List<DirectMethodHandleDesc> components(InvokeDynamicInstruction call) {
            return call.bootstrapArgs().stream().skip(2).map(DirectMethodHandleDesc.class::cast).toList();
        }

        private static void field(CodeBuilder code, int record, DirectMethodHandleDesc getter) {
            code.aload(record).getfield(getter.owner(), getter.methodName(), type(getter));
        }

        private static ClassDesc type(DirectMethodHandleDesc getter) {
            return getter.invocationType().returnType();
        }

        private static void hashCode(CodeBuilder code, List<DirectMethodHandleDesc> components) {
            code.iconst_0();
            for (DirectMethodHandleDesc component : components) {
                code.bipush(31).imul();
                field(code, 0, component);
                ClassDesc type = type(component);
                boolean primitive = type.isPrimitive();
                code.invokestatic(
                        primitive ? box(type) : OBJECTS,
                        "hashCode",
                        MethodTypeDesc.of(ConstantDescs.CD_int, primitive ? type : ConstantDescs.CD_Object));
                code.iadd();
            }
            code.ireturn();
        }

        private static void equals(CodeBuilder code, ClassDesc record, List<DirectMethodHandleDesc> components) {
            var different = code.newLabel();
            code.aload(1).instanceOf(record).ifeq(different);
            code.aload(1).checkcast(record).astore(2);
            for (DirectMethodHandleDesc component : components) {
                field(code, 0, component);
                field(code, 2, component);
                ClassDesc type = type(component);
                if (type.isPrimitive()) {
                    code.invokestatic(box(type), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, type, type)).ifne(different);
                } else {
                    code.invokestatic(OBJECTS, "equals", EQUALS).ifeq(different);
                }
            }
            code.iconst_1().ireturn().labelBinding(different).iconst_0().ireturn();
        }

        private static ClassDesc box(ClassDesc primitive) {
            return switch (primitive.descriptorString()) {
                case "I" -> ConstantDescs.CD_Integer;
                case "J" -> ConstantDescs.CD_Long;
                case "Z" -> ConstantDescs.CD_Boolean;
                case "C" -> ConstantDescs.CD_Character;
                case "B" -> ConstantDescs.CD_Byte;
                case "S" -> ConstantDescs.CD_Short;
                case "F" -> ConstantDescs.CD_Float;
                default -> ConstantDescs.CD_Double;
            };
        }
    }
}
